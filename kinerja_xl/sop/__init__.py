"""The SOP model, the working calendar and durations."""
