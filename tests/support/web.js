// Plain HTTP requests: nothing added, nothing followed, nothing kept open.
import http from 'node:http';
import net from 'node:net';

/** Sends a request; gives { status, headers, body (Buffer), text }. Follows no redirect. */
export function request(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const outgoing = http.request(url, { method, headers, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', failed);
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        done({ status: answer.statusCode, headers: answer.headers, body, text: body.toString('utf8') });
      });
    });
    outgoing.setTimeout(15_000, () => outgoing.destroy(new Error(`no answer from ${url}`)));
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

/** Writes bytes to the server and gives all that comes back until it closes, or until the time is over. */
export function converse(url, bytes, { seconds = 5 } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((done, failed) => {
    const socket = net.connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    let heard = '';
    const finish = (closed) => {
      clearTimeout(timer);
      socket.destroy();
      done({ heard, closed });
    };
    const timer = setTimeout(() => finish(false), seconds * 1000);
    socket.setEncoding('latin1').on('data', (text) => (heard += text));
    socket.on('end', () => finish(true));
    socket.on('error', (error) => (error.code === 'ECONNRESET' ? finish(true) : failed(error)));
  });
}
