/** Texts about pipelines and their runs. */
export const runMessages = {
  title: 'Runs',
  what: 'runs',
  empty: 'Nothing of {{entityRef}} runs as a pipeline in AWS yet',
  emptyHint:
    'A pipeline appears here once a stack with a Step Functions state machine is deployed.',
  collecting: 'Looking for pipelines for the first time',
  allRuns: 'All runs',
  status: {
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    rejected: 'Rejected',
    'timed-out': 'Timed out',
    aborted: 'Stopped',
    'pending-redrive': 'Being redriven',
    unknown: 'Unknown',
  },
  column: {
    run: 'Run',
    pipeline: 'Pipeline',
    started: 'Started',
    cost: 'Cost',
  },
  lasted: 'took {{duration}}',
  soFar: '{{duration}} so far',
  cost: {
    exact: '{{usd}}',
    atMost: 'at most {{usd}}',
    partial: 'more than {{usd}}',
    unknown: 'not known',
  },
  pipeline: {
    none: 'No run yet.',
    notListed: 'Its runs have not been listed yet.',
    express:
      'An express state machine: AWS keeps no list of its runs, so none can be shown here. Its log group holds what it did.',
    problem: {
      'access-denied': 'AWS denied the list of runs',
      'expired-credentials': 'The credentials for this account have expired',
      'no-credentials': 'There are no credentials for this account',
      'wrong-account': 'The credentials belong to another account',
      throttled: 'AWS is slowing down the list of runs',
      timeout: 'AWS did not list the runs in time',
      unreachable: 'AWS could not be reached',
      other: 'The runs could not be listed',
    },
    problemKept: 'The runs shown are those of {{age}}.',
    problemNever: 'No run of it has been read yet.',
    contractProblem: 'Its contract could not be read: {{problem}}',
  },
  filter: {
    pipeline: 'Pipeline',
    period: 'Started',
    periods: {
      day: 'In the last 24 hours',
      week: 'In the last 7 days',
      month: 'In the last 30 days',
    },
  },
  emptyRuns: 'No run has been found. Start one, and it appears here.',
  compare: {
    button: 'Compare',
    hint: 'Select two runs to compare their metrics.',
    selected_one: '{{count}} of 2 selected',
    selected_other: '{{count}} of 2 selected',
  },
  place: {
    prod: 'This is production.',
  },
  start: {
    button: 'Start run',
    buttonNamed: 'Start a run of {{pipeline}}',
    denied:
      'You may not start runs of this entity: the permission mlinfra.run.start is missing.',
    title: 'Start a run',
    pipeline: 'Pipeline',
    where:
      'Starts {{pipeline}} in account {{account}}, environment {{environment}}, region {{region}}. What it uses there costs money.',
    confirm: 'Start run',
    confirmProd: 'Start run in {{environment}}',
    failed: 'The run was not started',
    failedUnsure:
      'No answer came, so the run may have been started. Trying again is safe: it starts at most one.',
    invalid: 'The input was refused. Nothing was started.',
    contractUnknown:
      'No run can be started: what this pipeline takes could not be read.',
    freeForm: 'This pipeline does not say what it takes.',
    json: 'Input as JSON',
    jsonDescription: 'One JSON object.',
    jsonInvalid: 'This is not JSON: {{problem}}',
    jsonNoObject: 'A run takes one JSON object, for example {}.',
    cut: 'The input of the earlier run could not be taken over: it is too long to be kept whole. What stands here is the example.',
    redacted:
      'Secrets of the earlier input are hidden here as {{mark}}. Fill them in.',
  },
  actions: {
    stop: 'Stop',
    redrive: 'Redrive',
    startAgain: 'Start again',
    startAgainFrom: 'Start again from {{state}}',
    cancel: 'Cancel',
    stopDenied:
      'You may not stop runs of this entity: the permission mlinfra.run.stop is missing.',
    stopTitle: 'Stop run {{name}}?',
    stopText:
      'The run of {{pipeline}} in environment {{environment}}, account {{account}}, ends as Stopped, and what it is doing is cut off. What it has used until then is paid for.',
    stopReason: 'Reason',
    stopReasonDescription:
      'Kept with the run and in the audit log. May be empty.',
    stopConfirm: 'Stop run',
    stopConfirmProd: 'Stop run in {{environment}}',
    stopFailed: 'The run was not stopped',
    redriveTitle: 'Redrive run {{name}}?',
    redriveText:
      'The run of {{pipeline}} in environment {{environment}}, account {{account}}, goes on where it ended, with the same input. What has succeeded is not repeated; what runs now costs money.',
    redriveConfirm: 'Redrive run',
    redriveConfirmProd: 'Redrive run in {{environment}}',
    redriveFailed: 'The run was not redriven',
    window: 'AWS takes a redrive until {{until}}, {{left}} left.',
    noRedrive: 'No redrive: {{reason}}',
  },
} as const;
