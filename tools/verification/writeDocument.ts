import { writeDocument } from './results/documentFile';

writeDocument().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`docs/verification.md was not written: ${error}\n`);
    process.exit(1);
  },
);
