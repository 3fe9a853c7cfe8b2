"""What the articles say: one original in, its evidence out."""
