"""What every stage needs to know of plain text: quotations, encodings, languages."""
