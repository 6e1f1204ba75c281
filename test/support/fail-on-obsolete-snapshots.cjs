/** Jest only mentions snapshots that no test asks for; a full run fails on them. */
module.exports = class FailOnObsoleteSnapshots {
  onRunComplete(_contexts, results) {
    const { unchecked, filesRemoved } = results.snapshot;
    if (unchecked + filesRemoved > 0) {
      this.error = new Error(`${unchecked} snapshots and ${filesRemoved} snapshot files are obsolete; remove them`);
    }
  }

  getLastError() {
    return this.error;
  }
};
