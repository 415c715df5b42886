import type { ResourceCheck } from '../Check';

const SERVICE = ['aws_ecs_service'];
const TASK = ['aws_ecs_task_definition'];
const CLUSTER = ['aws_ecs_cluster'];

const argument = (source: string, name: string) =>
  new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'm').exec(source)?.[1];

/** What scanners ask of ECS. What stands inside `container_definitions` is known after apply: the tests of the module `task` assert it. */
export const containerChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_65',
    also: ['AWS-0034'],
    title: 'A cluster measures its containers',
    types: CLUSTER,
    holds: cluster => cluster.is('setting.0.value', 'enabled', 'enhanced'),
  },
  {
    id: 'CKV_AWS_223',
    title: 'What is done in a shell inside a task is logged',
    types: CLUSTER,
    holds: cluster =>
      cluster.has('configuration.0.execute_command_configuration.0.logging'),
  },
  {
    id: 'CKV_AWS_224',
    title: 'A shell inside a task is encrypted with an own key',
    types: CLUSTER,
    holds: cluster =>
      cluster.has('configuration.0.execute_command_configuration.0.kms_key_id'),
  },
  {
    id: 'CKV_AWS_97',
    also: ['AWS-0035'],
    title: 'A file system is mounted with encryption',
    types: TASK,
    holds: task =>
      task
        .list('volume')
        .every(
          (_, index) =>
            !task.has(`volume.${index}.efs_volume_configuration`) ||
            task.is(
              `volume.${index}.efs_volume_configuration.0.transit_encryption`,
              'ENABLED',
            ),
        ),
  },
  {
    id: 'CKV_AWS_249',
    title: 'What starts a task and what runs in it have roles of their own',
    types: TASK,
    holds: (task, plan) => {
      const source = plan.sourceOf(task);
      const execution = argument(source, 'execution_role_arn');
      return (
        execution !== undefined &&
        execution !== argument(source, 'task_role_arn')
      );
    },
  },
  {
    id: 'CKV_AWS_335',
    title: 'A task does not see the processes of its host',
    types: TASK,
    holds: task => !task.is('pid_mode', 'host'),
  },
  {
    id: 'CKV_AWS_332',
    title: 'A service runs on the latest platform of Fargate',
    types: SERVICE,
    holds: service => service.is('platform_version', 'LATEST'),
  },
  {
    id: 'CKV_AWS_333',
    title: 'The tasks of a service have no public address',
    types: SERVICE,
    holds: service =>
      service.is('network_configuration.0.assign_public_ip', false),
  },
];
