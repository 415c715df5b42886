const WHAT_RUNS_IN_THE_DEMO = `
1. **See what runs.** Open [demo-speech](/catalog/default/component/demo-speech)
   and its tab *ML infrastructure*: deployed endpoints, their state and the
   budget, as collected from the connected AWS accounts.
   [demo-compression](/catalog/default/component/demo-compression) has a pipeline:
   press *Start run* there and watch it.
`;

const WHAT_RUNS = `
1. **See what runs.** [ML infrastructure](/mlinfra) lists the endpoints, the runs
   and the budgets of all components that you may see, as collected from the
   connected AWS accounts.
`;

const MAKE_AND_DEPLOY = `
2. **Make your own.** Choose a template under [Create](/create) and press *Next*
   through the pages. You get a git repository with Terraform, starter code and
   its documentation.
3. **Deploy it.** Follow the \`QUICKSTART.md\` of that repository. What Terraform
   builds shows up on the component's page by itself.
`;

/** Markdown of the home page's first card. */
export function firstSteps({ demo }: { demo: boolean }): string {
  return `${
    demo ? WHAT_RUNS_IN_THE_DEMO.trimEnd() : WHAT_RUNS.trimEnd()
  }${MAKE_AND_DEPLOY}`;
}
