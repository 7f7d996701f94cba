"""The offices and states that words tell of: whose a ministry, a police force or a spokesman is."""
