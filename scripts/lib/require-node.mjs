// Imported before anything else, so that an old Node gets one plain line and not a syntax or resolution error: this
// file, and those that import it, keep to what the first Node with ES modules understood.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`whichstack needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
