import { buildPipelineGraph } from './buildPipelineGraph';

const graph = (machine: unknown) => buildPipelineGraph(JSON.stringify(machine));
const end = { Type: 'Pass', End: true };

describe('buildPipelineGraph', () => {
  it('shows states, ways, retries and catches', () => {
    const { states, transitions, problems } = graph({
      StartAt: 'Prune',
      States: {
        Prune: {
          Type: 'Task',
          Comment: 'Cuts small weights.',
          Resource: 'arn:aws:states:::ecs:runTask.sync',
          TimeoutSeconds: 900,
          Retry: [
            { ErrorEquals: ['ECS.ServerException', 'States.Timeout'] },
            { ErrorEquals: ['ECS.ServerException'] },
          ],
          Catch: [
            { ErrorEquals: ['States.ALL'], Next: 'Failed' },
            { ErrorEquals: ['A', 'B'], Next: 'Failed' },
          ],
          Next: 'Gate',
        },
        Gate: {
          Type: 'Choice',
          Choices: [
            { Variable: '$.passed', BooleanEquals: true, Next: 'Done' },
          ],
          Default: 'Pause',
        },
        Pause: { Type: 'Wait', Seconds: 10, Next: 'Failed' },
        Done: { Type: 'Succeed' },
        Failed: { Type: 'Fail' },
      },
    });
    expect(problems).toEqual([]);
    expect(states).toEqual([
      expect.objectContaining({
        id: 'Prune',
        kind: 'Task',
        type: 'Task',
        work: 'ECS task',
        start: true,
        end: false,
        comment: 'Cuts small weights.',
        timeoutSeconds: 900,
        retriesOn: ['ECS.ServerException', 'States.Timeout'],
      }),
      expect.objectContaining({ id: 'Gate', kind: 'Choice', start: false }),
      expect.objectContaining({ id: 'Pause', work: '10 s' }),
      expect.objectContaining({ id: 'Done', kind: 'Succeed', end: true }),
      expect.objectContaining({ id: 'Failed', kind: 'Fail', end: true }),
    ]);
    expect(transitions).toEqual([
      { from: 'Prune', to: 'Gate', kind: 'next' },
      { from: 'Prune', to: 'Failed', kind: 'catch', label: 'any error' },
      { from: 'Prune', to: 'Failed', kind: 'catch', label: 'A, B' },
      { from: 'Gate', to: 'Done', kind: 'choice', label: 'passed is true' },
      { from: 'Gate', to: 'Pause', kind: 'default', label: 'otherwise' },
      { from: 'Pause', to: 'Failed', kind: 'next' },
    ]);
  });

  it('shows Parallel and Map with what is in them, nested, in both spellings', () => {
    const { states, problems } = graph({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          End: true,
          Branches: [
            {
              StartAt: 'Each',
              States: {
                Each: {
                  Type: 'Map',
                  End: true,
                  Iterator: { StartAt: 'Old', States: { Old: end } },
                },
              },
            },
            {
              StartAt: 'Many',
              States: {
                Many: {
                  Type: 'Map',
                  End: true,
                  ItemProcessor: {
                    ProcessorConfig: { Mode: 'DISTRIBUTED' },
                    StartAt: 'New',
                    States: { New: end },
                  },
                },
              },
            },
          ],
        },
      },
    });
    expect(problems).toEqual([]);
    expect(
      states.map(({ id, parent, branch, work, start }) => ({
        id,
        parent,
        branch,
        work,
        start,
      })),
    ).toEqual([
      { id: 'Both', start: true },
      {
        id: 'Each',
        parent: 'Both',
        branch: 0,
        work: 'for each item',
        start: true,
      },
      { id: 'Old', parent: 'Each', start: true },
      {
        id: 'Many',
        parent: 'Both',
        branch: 1,
        work: 'for each item, distributed',
        start: true,
      },
      { id: 'New', parent: 'Many', start: true },
    ]);
  });

  it('shows a definition in JSONata', () => {
    const { states, transitions, problems } = graph({
      QueryLanguage: 'JSONata',
      StartAt: 'Pick',
      States: {
        Pick: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $x > 1 %}', Next: 'Work' }],
          Default: 'Work',
        },
        Work: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'score' },
          TimeoutSeconds: '{% $limit %}',
          End: true,
        },
      },
    });
    expect(problems).toEqual([]);
    expect(transitions[0].label).toBe('$x > 1');
    expect(states[1]).toMatchObject({
      work: 'Lambda function score',
      timeoutSeconds: undefined,
    });
  });

  it('shows a type it does not know as unknown, with its name and its ways', () => {
    const { states, transitions, problems } = graph({
      StartAt: 'New',
      States: {
        New: {
          Type: 'Quantum',
          Next: 'End',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End' }],
        },
        End: end,
        Bare: {},
      },
    });
    expect(states[0]).toMatchObject({ kind: 'unknown', type: 'Quantum' });
    expect(states[2]).toMatchObject({ kind: 'unknown', type: '' });
    expect(transitions.map(({ kind }) => kind)).toEqual(['next', 'catch']);
    expect(problems[0]).toBe(
      'State "New" has the type "Quantum", which is not known here.',
    );
  });

  it.each([
    ['', 'The definition is no JSON object.'],
    ['{"States":', 'The definition is no JSON object.'],
    ['[]', 'The definition is no JSON object.'],
    ['{}', 'The state machine has no States.'],
    [
      '{"States":{"A":{"Type":"Succeed"}}}',
      'The state machine has no state to start at: StartAt is null.',
    ],
    [
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}',
      'State "A" leads to "B", which is no state beside it.',
    ],
    [
      '{"StartAt":"A","States":{"A":{"Type":"Pass"}}}',
      'State "A" says neither what comes next nor that it ends.',
    ],
    [
      '{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[7]}}}',
      'A rule of Choice "A" is not understood.',
    ],
    [
      '{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true}}}',
      'Parallel "A" has no Branches.',
    ],
    [
      '{"StartAt":"A","States":{"A":{"Type":"Map","End":true}}}',
      'What Map "A" does for each item has no States.',
    ],
    [
      '{"StartAt":"A","States":{"A":{"Type":"Map","End":true,"Iterator":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}}}}',
      'Several states are named "A".',
    ],
    ['{"StartAt":"A","States":{"A":null}}', 'has the type ""'],
  ])('says what is wrong with %s', (definition, problem) => {
    const { problems } = buildPipelineGraph(definition);
    expect(problems.join('\n')).toContain(problem);
  });

  it('takes a definition of any depth', () => {
    const depth = 5_000;
    const definition = `${Array.from(
      { length: depth },
      (_, index) =>
        `{"StartAt":"S${index}","States":{"S${index}":{"Type":"Parallel","End":true,"Branches":[`,
    ).join('')}{"StartAt":"E","States":{"E":{"Type":"Succeed"}}}${']}}}'.repeat(
      depth,
    )}`;
    const { states, problems } = buildPipelineGraph(definition);
    expect(problems).toEqual([]);
    expect(states).toHaveLength(depth + 1);
    expect(states[depth].parent).toBe(`S${depth - 1}`);
  });
});
