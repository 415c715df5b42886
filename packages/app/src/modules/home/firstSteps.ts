/** Markdown of the home page's first card. */
export const firstSteps = `
1. **See what runs.** Open [demo-speech](/catalog/default/component/demo-speech)
   and its tab *ML infrastructure*: deployed endpoints, their state and the
   budget, as collected from the connected AWS accounts.
2. **Make your own.** Choose *Inference API* under [Create](/create) and press
   *Next* through the pages. You get a git repository with Terraform, a starter
   service and its documentation.
3. **Deploy it.** Follow the \`QUICKSTART.md\` of that repository. What Terraform
   builds shows up on the component's page by itself.
`;
