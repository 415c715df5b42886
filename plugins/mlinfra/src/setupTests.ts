import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first render of a lazily loaded extension compiles its modules.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
