// When the start script dies, whatever way, its functions go with it: their stdin ends.
class DiesWithParent {
  constructor() {
    process.stdin.on('end', () => process.exit(0)).resume();
  }
}
module.exports = DiesWithParent;
