"""Any text at all: what `parse` must withstand, how texts are made up, and inputs that mean harm."""
