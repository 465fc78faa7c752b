"""Demand to decision: history, models, back-test, policy, proposals.

Nothing is imported here: ``forecasting.process`` must stay free of numpy for the window's
process, and everything else is loaded by the worker that needs it.
"""
