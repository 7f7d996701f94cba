"""Where chains of reports end: on how many utterances, documents and unnamed sources they rest."""
