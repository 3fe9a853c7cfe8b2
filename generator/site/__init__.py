"""What readers see: pages made from the resolved site, their theme, and the keeping of ``docs/``."""
