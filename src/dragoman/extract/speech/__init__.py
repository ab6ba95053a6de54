"""Who says what: attributions, quotations, speakers, statements and voices."""
