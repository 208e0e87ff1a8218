/** The process cannot start or go on as asked: one sentence for the person who typed the command, exit code 2. */
export class RefusedStart extends Error {}

/** A running Kolibra holds the data folder: no fault of the folder. */
export class FolderInUse extends RefusedStart {}
