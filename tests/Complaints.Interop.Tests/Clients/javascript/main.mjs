// Runs every case of the matrix and prints one line of JSON for each: {"case", "ok", "detail"}.
// node main.mjs --target 127.0.0.1:PORT --web http://127.0.0.1:PORT --contracts FILE --probe DIR
import { parseArgs } from 'node:util';
import { connect } from './client.mjs';
import { calls } from './calls.mjs';
import { load } from './load.mjs';
import { services } from './services.mjs';
import { web } from './web.mjs';
import { wire } from './wire.mjs';

const option = { type: 'string' };
const { values } = parseArgs({ options: { target: option, web: option, contracts: option, probe: option } });
const context = connect(values);

for (const [name, run] of Object.entries({ ...calls, ...load, ...services, ...web, ...wire })) {
  let line;
  try {
    line = { case: name, ok: true, detail: String((await run(context)) ?? '') };
  } catch (error) {
    line = { case: name, ok: false, detail: error.stack ?? String(error) };
  }
  process.stdout.write(JSON.stringify(line) + '\n');
}
context.close();
