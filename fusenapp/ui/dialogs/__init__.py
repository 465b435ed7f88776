"""The few dialogs: they start or end something; editing is never done in one."""
