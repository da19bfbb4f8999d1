// Run main.py of the Lite workbook in Pyodide, the Python of xlwings Lite, under Node.
//   node _pyodide_uji.mjs FOLDER   (holds node_modules/pyodide, xlwings.whl, main.py, _xlwings_uji.py, calls.json)
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = process.argv[2];
const { loadPyodide } = createRequire(join(folder, "x.js"))("pyodide");
const py = await loadPyodide({ stdout: (t) => console.error(t), stderr: (t) => console.error(t) });
py.unpackArchive(new Uint8Array(readFileSync(join(folder, "xlwings.whl"))), "wheel");
for (const name of ["main.py", "_xlwings_uji.py", "calls.json"]) {
  py.FS.writeFile(`/home/pyodide/${name}`, new Uint8Array(readFileSync(join(folder, name))));
}
const result = py.runPython(`
import json, sys
sys.path.insert(0, "/home/pyodide")
import _xlwings_uji as uji
hasil, meta = uji.jalankan_server(json.load(open("/home/pyodide/calls.json")), "/home/pyodide", True)
json.dumps({"hasil": hasil, "lain": meta, "python": sys.version, "platform": sys.platform}, default=str)
`);
writeFileSync(join(folder, "results.json"), result);
