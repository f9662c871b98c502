// Small disks of our own (tmpfs), to fill and to write-protect. Needs the right to mount: root in a container or on a
// machine for tests; elsewhere the tests that use them are skipped and say so.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mounted = new Set();
process.on('exit', () => {
  for (const disk of mounted) disk.remove();
});

const succeeds = (command, ...parameters) => spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;

class SmallDisk {
  constructor(folder) {
    this.folder = folder;
    this.filler = join(folder, 'filler');
  }

  /** Writes until nothing more goes in. */
  fill() {
    const file = openSync(this.filler, 'w');
    try {
      for (let bytes = 64 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
        const piece = Buffer.alloc(bytes, 'x');
        try {
          for (;;) if (writeSync(file, piece) < bytes) break;
        } catch (error) {
          if (error.code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }

  makeRoom() {
    rmSync(this.filler);
  }

  /** Nothing on the disk may be open for writing. */
  protect() {
    if (!succeeds('mount', '-o', 'remount,ro', this.folder)) throw new Error('the disk is in use');
  }

  remove() {
    mounted.delete(this);
    succeeds('umount', '--lazy', this.folder);
    try {
      rmdirSync(this.folder);
    } catch {
      // somebody still stands in it
    }
  }
}

/** A new empty disk; undefined where nobody lets us mount one. */
export function smallDisk(megabytes) {
  const folder = mkdtempSync(join(tmpdir(), 'interregio-disk-'));
  if (!succeeds('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmdirSync(folder);
    return undefined;
  }
  const disk = new SmallDisk(folder);
  mounted.add(disk);
  return disk;
}

const probe = smallDisk(1);
probe?.remove();

/** The option `skip` of tests that need a disk of their own. */
export const withoutDisks = probe ? false : 'this user may not mount a disk';
