import { describeWork } from './describeWork';

const at = (id: string) => `arn:aws:states:::${id}`;

describe('describeWork', () => {
  it.each([
    [at('ecs:runTask.sync'), 'ECS task'],
    [at('ecs:runTask'), 'ECS task, not waited for'],
    ['arn:aws-cn:states:::ecs:runTask.sync', 'ECS task'],
    [at('dynamodb:updateItem'), 'DynamoDB update'],
    [at('dynamodb:getItem'), 'DynamoDB read'],
    [at('lambda:invoke'), 'Lambda function'],
    [
      at('sqs:sendMessage.waitForTaskToken'),
      'SQS message, waits for an answer',
    ],
    [at('states:startExecution.sync:2'), 'Step Functions run'],
    [at('sagemaker:createTrainingJob.sync'), 'SageMaker training job'],
    [at('aws-sdk:s3:getObject'), 's3 getObject'],
    [at('newservice:doThing'), 'newservice doThing'],
    [
      'arn:aws:lambda:eu-central-1:123456789012:function:score:live',
      'Lambda function score',
    ],
    [
      'arn:aws:states:eu-central-1:123456789012:activity:review',
      'Activity review',
    ],
    ['something else', 'something else'],
    ['', 'no resource named'],
    [undefined, 'no resource named'],
    ['x'.repeat(500), `${'x'.repeat(119)}…`],
  ])('%s is %s', (Resource, words) => {
    expect(describeWork({ Resource })).toBe(words);
  });

  it.each([
    [{ Parameters: { FunctionName: 'score' } }, 'Lambda function score'],
    [
      {
        Arguments: {
          FunctionName: 'arn:aws:lambda:eu-central-1:1:function:score:$LATEST',
        },
      },
      'Lambda function score',
    ],
    [{ Parameters: { 'FunctionName.$': '$.f' } }, 'Lambda function'],
    [{ Arguments: { FunctionName: '{% $f %}' } }, 'Lambda function'],
  ])('names the function of %j', (state, words) => {
    expect(describeWork({ Resource: at('lambda:invoke'), ...state })).toBe(
      words,
    );
  });
});
