// Whole backends start in these tests, on machines that do other work too.
jest.setTimeout(60_000);
