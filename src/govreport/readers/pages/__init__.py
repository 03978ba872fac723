"""What PDF, pictures and OFD share: pieces of text and ruling lines on pages become paragraphs and tables.

Nothing here knows where a page comes from. `page` holds what is printed, `grids` finds the ruled tables,
`cells` reads what is in one, `breaks` joins tables over pages, `furniture` and `prose` deal with the rest.
"""

from govreport.readers.pages.layout import lay_out
from govreport.readers.pages.page import Area, Page, Rule, Run

__all__ = ["Area", "Page", "Rule", "Run", "lay_out"]
