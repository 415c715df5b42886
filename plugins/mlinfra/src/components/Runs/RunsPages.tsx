import {
  Navigate,
  Route,
  Routes,
  useParams,
  useSearchParams,
} from 'react-router-dom';
import { FleetRuns } from '../Fleet/FleetRuns';
import { RunComparison } from '../RunComparison/RunComparison';
import { RunPage } from '../RunPage/RunPage';

/** What lies under `runs` of the fleet page: all runs, one, and two compared. @public */
export function RunsPages() {
  return (
    <Routes>
      <Route index element={<FleetRuns />} />
      <Route path="compare" element={<ComparisonOfAddress />} />
      <Route path=":id" element={<RunOfAddress />} />
      <Route path="*" element={<Navigate to="." replace />} />
    </Routes>
  );
}

function RunOfAddress() {
  const { id = '' } = useParams();
  return <RunPage key={id} runId={id} />;
}

function ComparisonOfAddress() {
  const [parameters] = useSearchParams();
  const a = parameters.get('a');
  const b = parameters.get('b');
  if (!a || !b) {
    return <Navigate to=".." relative="path" replace />;
  }
  return <RunComparison key={`${a} ${b}`} a={a} b={b} />;
}
