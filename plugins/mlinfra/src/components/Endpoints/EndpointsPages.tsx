import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { EndpointPage } from '../EndpointPage/EndpointPage';
import { FleetEndpoints } from '../Fleet/FleetEndpoints';

/** What lies under `endpoints` of the fleet page: all endpoints, and one. @public */
export function EndpointsPages() {
  return (
    <Routes>
      <Route index element={<FleetEndpoints />} />
      <Route path=":key" element={<EndpointOfAddress />} />
      <Route path="*" element={<Navigate to="." replace />} />
    </Routes>
  );
}

function EndpointOfAddress() {
  const { key = '' } = useParams();
  return <EndpointPage endpointKey={key} />;
}
