"""Made-up records that look like those of ten years of work; the same for the same size."""
