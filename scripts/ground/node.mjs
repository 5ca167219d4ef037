const floor = { major: 20, minor: 19 }
const said = `${floor.major}.${floor.minor}`

/** Ends with a clear sentence on a Node that is too old. Plain enough to be read by any Node that knows modules. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > floor.major || (major === floor.major && minor >= floor.minor)) return
  console.error(`需要 Node.js ${said} 或更新版本，现在是 ${process.versions.node}。`)
  console.error(`Linli needs Node.js ${said} or newer; this is ${process.versions.node}.`)
  process.exit(69)
}
