// Runs the Khronos glTF validator over files: node validate_gltf.mjs NODE_MODULES FILE.glb…
// Ends with 1 when any file has an error or a warning, 2 when the validator is missing.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';

const [modules, ...files] = process.argv.slice(2);
if (!modules || files.length === 0) {
  console.error('usage: node validate_gltf.mjs NODE_MODULES FILE.glb…');
  process.exit(2);
}

let validator;
try {
  validator = createRequire(resolve(modules) + '/')('gltf-validator');
} catch {
  console.error(`gltf-validator is not in ${modules}: npm install gltf-validator`);
  process.exit(2);
}

const severities = ['error', 'warning', 'information', 'hint'];
let failed = false;
for (const file of files) {
  const report = await validator.validateBytes(new Uint8Array(readFileSync(file)), {maxIssues: 0, uri: file});
  for (const issue of report.issues.messages) {
    if (issue.severity <= 1) console.log(`${file}: ${severities[issue.severity]}: ${issue.code} ${issue.pointer ?? ''}: ${issue.message}`);
  }
  const {numErrors, numWarnings, numInfos} = report.issues;
  console.log(`${file}: ${numErrors} errors, ${numWarnings} warnings, ${numInfos} notes`);
  failed ||= numErrors + numWarnings > 0;
}
process.exit(failed ? 1 : 0);
