"""Điểm danh: attendance for Party conferences, by evidence that can be trusted."""
