import type { StateKind } from '@mlinfra/plugin-mlinfra-common';
import {
  RiArrowRightLine,
  RiCloseLine,
  RiCpuLine,
  RiFlagLine,
  RiGitBranchLine,
  RiLayoutColumnLine,
  RiQuestionMark,
  RiRepeatLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

const ICONS: Record<StateKind, RemixiconComponentType> = {
  Task: RiCpuLine,
  Pass: RiArrowRightLine,
  Choice: RiGitBranchLine,
  Wait: RiTimeLine,
  Succeed: RiFlagLine,
  Fail: RiCloseLine,
  Parallel: RiLayoutColumnLine,
  Map: RiRepeatLine,
  unknown: RiQuestionMark,
};

interface StateKindIconProps {
  kind: StateKind;
}

/** What kind of state it is, beside the word for it. */
export function StateKindIcon({ kind }: StateKindIconProps) {
  const Icon = ICONS[kind] ?? ICONS.unknown;
  return <Icon size={16} aria-hidden />;
}
