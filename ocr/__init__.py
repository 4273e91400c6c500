"""Reading: bytes in, documents with places out."""
