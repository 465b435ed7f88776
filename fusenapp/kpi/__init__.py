"""The KPI tree: evaluation by month and segment."""
