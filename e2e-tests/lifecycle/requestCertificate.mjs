// @ts-check
import assert from 'node:assert/strict';
import { EMULATOR_CREDENTIALS } from '../../tools/emulator/emulator.mjs';

/**
 * Asks the emulated ACM for a certificate, as a person does before a stack
 * that serves a page over TLS.
 *
 * @param {string} endpoint of the emulated AWS
 * @param {string} name that the certificate is for
 * @returns {Promise<string>} its ARN
 */
export async function requestCertificate(endpoint, name) {
  const { AWS_ACCESS_KEY_ID: key, AWS_REGION: region } = EMULATOR_CREDENTIALS;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'CertificateManager.RequestCertificate',
      // Tells the emulated AWS which service and region is meant; it checks no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/acm/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify({ DomainName: name, ValidationMethod: 'DNS' }),
  });
  const answer = await response.text();
  assert.equal(response.status, 200, `no certificate for ${name}: ${answer}`);
  return JSON.parse(answer).CertificateArn;
}
