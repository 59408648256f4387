"""What the evidence page shows, as plain values for its templates."""
