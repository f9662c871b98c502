// A WordPress of Debian's packages in a folder of its own: MariaDB, php-fpm with opcache, nginx without and with its
// cache. Everything listens on sockets in the folder or on loopback.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { freePort, sleep } from './process.mjs';

/** The answer as a browser gets it: { status, headers, body } with the body as it came over the wire. */
export function fetchRaw(origin, where, headers = {}) {
  return new Promise((done, failed) => {
    http.get(origin + where, { headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', failed);
  });
}

function must(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${result.status ?? result.error}\n${result.stdout}\n${result.stderr}`);
  return result.stdout;
}

export const versionOf = (name) => must('dpkg-query', ['--show', '--showformat=${Version}', name]);

/** A process and its descendants. */
export function family(pid) {
  let children = [];
  try {
    children = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
  return [pid, ...children.flatMap(family)];
}

const theme = 'twentytwentythree';

function wpConfig(socket) {
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_DEBUG', false); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as $name) define($name, 'only for measuring');
if (isset($_SERVER['HTTP_HOST'])) { define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']); define('WP_SITEURL', WP_HOME); }
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** Installs the site and writes the one page; prints its number. */
const install = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['REQUEST_URI'] = '/';
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification() {}
wp_install('Ruhr und Metropole GZM', 'admin', 'admin@example.org', true, '', 'only for measuring', 'de_DE');
switch_theme('${theme}');
kses_remove_filters();
$page = wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_author' => 1, 'post_title' => $argv[2],
  'post_content' => "<!-- wp:html -->\\n" . file_get_contents($argv[1]) . "\\n<!-- /wp:html -->"], true);
if (is_wp_error($page)) { fwrite(STDERR, $page->get_error_message()); exit(1); }
echo "\\npage=" . $page . "\\n";
`;

const fpmConfig = (folder) => `[global]
error_log = ${folder}/fpm.log
daemonize = no
[www]
${process.getuid() === 0 ? 'user = www-data\ngroup = www-data\nlisten.owner = www-data' : ''}
listen = ${folder}/fpm.sock
listen.mode = 0666
listen.backlog = 1024
pm = static
pm.max_children = ${availableParallelism() * 2}
`;

function nginxConfig(folder, root, plain, cached) {
  const server = (port, cache) => `server { listen 127.0.0.1:${port} reuseport backlog=4096; root ${root}; index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ { include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; fastcgi_pass unix:${folder}/fpm.sock; ${cache} } }`;
  return `worker_processes ${availableParallelism()}; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log warn; worker_rlimit_nofile 8192;
${process.getuid() === 0 ? 'user www-data;' : ''}
events { worker_connections 2048; multi_accept on; }
http { include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_timeout 300s; keepalive_requests 100000000; server_tokens off;
  gzip on; gzip_vary on; gzip_types text/css application/javascript image/svg+xml;
  fastcgi_cache_path ${folder}/cache levels=1:2 keys_zone=pages:10m max_size=100m inactive=60m use_temp_path=off;
  fastcgi_buffers 16 16k; fastcgi_buffer_size 32k;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  ${server(plain, '')}
  ${server(cached, 'fastcgi_cache pages; fastcgi_cache_key $scheme$request_method$host$request_uri; fastcgi_cache_valid 200 60m; fastcgi_cache_lock on; fastcgi_cache_use_stale updating;')}
}`;
}

/**
 * Starts it all. `content` is the HTML of the page. Gives { plain, cached } (origins), path, pids(), and stop().
 * `own` gets every started process, for whoever ends in a hurry.
 */
export async function startWordPress(folder, title, content, own) {
  const launch = (command, args) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'] });
    child.gone = new Promise((done) => child.once('exit', done));
    own.push(child);
    return child;
  };
  const until = async (what, ready) => {
    for (let patience = 600; !(await ready()); --patience) {
      if (!patience) throw new Error(`${what} is not ready`);
      await sleep(50);
    }
  };
  const data = join(folder, 'mariadb');
  const socket = join(folder, 'mariadb.sock');
  const user = process.getuid() === 0 ? ['--user=root'] : [];
  must('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, ...user, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const database = launch('/usr/sbin/mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', ...user,
    `--pid-file=${join(folder, 'mariadb.pid')}`, `--log-error=${join(folder, 'mariadb.log')}`, '--innodb-buffer-pool-size=256M']);
  await until('MariaDB', () => existsSync(socket) && spawnSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'SELECT 1']).status === 0);
  must('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'CREATE DATABASE wordpress CHARACTER SET utf8mb4']);

  const root = join(folder, 'site');
  cpSync('/usr/share/wordpress', root, { recursive: true, dereference: true, filter: (source) => !source.endsWith('/wp-config.php') });
  const themes = join(root, 'wp-content/themes', theme);
  if (!existsSync(themes)) cpSync(`/var/lib/wordpress/wp-content/themes/${theme}`, themes, { recursive: true, dereference: true });
  writeFileSync(join(root, 'wp-config.php'), wpConfig(socket));
  writeFileSync(join(root, 'install-here.php'), install);
  writeFileSync(join(folder, 'content.html'), content);
  const said = must('php8.2', [join(root, 'install-here.php'), join(folder, 'content.html'), title]);
  rmSync(join(root, 'install-here.php'));
  const path = `/?page_id=${/page=(\d+)/.exec(said)[1]}`;

  writeFileSync(join(folder, 'fpm.conf'), fpmConfig(folder));
  const fpm = launch('/usr/sbin/php-fpm8.2', ['--nodaemonize', '--fpm-config', join(folder, 'fpm.conf')]);
  await until('php-fpm', () => existsSync(join(folder, 'fpm.sock')));
  const ports = [await freePort(), await freePort()];
  mkdirSync(join(folder, 'cache'));
  if (process.getuid() === 0) must('chown', ['www-data', join(folder, 'cache')]);
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder, root, ...ports));
  const nginx = launch('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'nginx.log')]);
  const [plain, cached] = ports.map((port) => `http://127.0.0.1:${port}`);
  for (const origin of [plain, cached]) await until('WordPress', async () => (await fetchRaw(origin, path).catch(() => undefined))?.status === 200);
  return {
    plain, cached, path,
    pids: () => [database, fpm, nginx].flatMap(({ pid }) => family(pid)),
    async stop() {
      for (const child of [nginx, fpm, database]) {
        child.kill('SIGTERM');
        await child.gone;
      }
    },
  };
}
