"""Files that hold other files: gzip members, mail parts, archive records. Bytes in, bytes out."""
