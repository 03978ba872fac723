"""`python -m govreport` is the command `govreport`."""

import sys

from govreport.cli import main

if __name__ == "__main__":
    sys.exit(main())
