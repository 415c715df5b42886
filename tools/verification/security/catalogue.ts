/** What scanners ask of the kinds of resources that generated repositories hold, by family. Read in the scanners' own lists of checks. */
export const CATALOGUE: Record<string, string[]> = {
  'API Gateway': ids(
    'CKV_AWS_59 CKV2_AWS_70 CKV2_AWS_53 CKV_AWS_73 CKV_AWS_76 CKV2_AWS_4 CKV_AWS_276 CKV_AWS_217 CKV_AWS_237 CKV_AWS_206 CKV2_AWS_29 CKV2_AWS_77 CKV_AWS_120 CKV_AWS_225 CKV_AWS_308 CKV2_AWS_51 CKV_AWS_309 AWS-0001 AWS-0002 AWS-0003 AWS-0004 AWS-0005 AWS-0190',
  ),
  Lambda: ids(
    'CKV_AWS_45 CKV_AWS_50 CKV_AWS_115 CKV_AWS_173 CKV_AWS_301 CKV_AWS_364 CKV_AWS_258 CKV2_AWS_75 CKV_AWS_363 CKV_AWS_116 CKV_AWS_117 CKV_AWS_272 AWS-0066 AWS-0067',
  ),
  S3: ids(
    'CKV_AWS_18 CKV_AWS_19 CKV_AWS_145 CKV_AWS_20 CKV_AWS_57 CKV_AWS_21 CKV_AWS_53 CKV_AWS_54 CKV_AWS_55 CKV_AWS_56 CKV2_AWS_6 CKV_AWS_70 CKV_AWS_93 CKV_AWS_300 CKV2_AWS_61 CKV2_AWS_65 CKV_AWS_375 CKV_AWS_379 CKV2_AWS_43 CKV_AWS_144 CKV2_AWS_62 CKV_AWS_143 CKV_AWS_186 AWS-0086 AWS-0087 AWS-0089 AWS-0090 AWS-0091 AWS-0092 AWS-0093 AWS-0094 AWS-0132 AWS-0170 AWS-0171 AWS-0172 AWS-0320',
  ),
  ECR: ids(
    'CKV_AWS_51 CKV_AWS_163 CKV_AWS_136 CKV_AWS_32 AWS-0030 AWS-0031 AWS-0032 AWS-0033',
  ),
  ECS: ids(
    'CKV_AWS_65 CKV_AWS_223 CKV_AWS_224 CKV_AWS_97 CKV_AWS_249 CKV_AWS_332 CKV_AWS_333 CKV_AWS_334 CKV_AWS_335 CKV_AWS_336 AWS-0034 AWS-0035 AWS-0036',
  ),
  'Step Functions': ids('CKV_AWS_284 CKV_AWS_285'),
  DynamoDB: ids('CKV_AWS_28 CKV_AWS_119 CKV2_AWS_16 AWS-0024 AWS-0025'),
  SageMaker: ids('CKV_AWS_98 CKV_AWS_370'),
  RDS: ids(
    'CKV_AWS_16 CKV_AWS_17 CKV_AWS_118 CKV_AWS_129 CKV_AWS_133 CKV_AWS_161 CKV_AWS_211 CKV_AWS_226 CKV_AWS_250 CKV_AWS_293 CKV_AWS_302 CKV2_AWS_30 CKV2_AWS_60 CKV2_AWS_69 CKV_AWS_157 CKV_AWS_353 CKV_AWS_354 AWS-0077 AWS-0078 AWS-0080 AWS-0133 AWS-0176 AWS-0177 AWS-0180',
  ),
  'load balancers': ids(
    'CKV_AWS_2 CKV_AWS_103 CKV2_AWS_20 CKV2_AWS_74 CKV_AWS_91 CKV_AWS_131 CKV_AWS_150 CKV_AWS_328 CKV_AWS_378 CKV_AWS_261 CKV_AWS_152 CKV2_AWS_28 CKV2_AWS_76 AWS-0047 AWS-0052 AWS-0053 AWS-0054',
  ),
  networks: ids(
    'CKV2_AWS_11 CKV2_AWS_12 CKV_AWS_130 CKV_AWS_23 CKV2_AWS_5 CKV_AWS_24 CKV_AWS_25 CKV_AWS_260 CKV_AWS_277 CKV_AWS_382 CKV2_AWS_19 CKV_AWS_229 CKV_AWS_230 CKV_AWS_231 CKV_AWS_232 CKV2_AWS_1 CKV2_AWS_35 CKV2_AWS_44 CKV_AWS_123 AWS-0099 AWS-0124 AWS-0101 AWS-0102 AWS-0104 AWS-0105 AWS-0107 AWS-0164 AWS-0173 AWS-0178 AWS-0028 AWS-0130',
  ),
  IAM: ids(
    'CKV_AWS_60 CKV_AWS_61 CKV_AWS_62 CKV_AWS_1 CKV_AWS_63 CKV_AWS_49 CKV_AWS_355 CKV_AWS_356 CKV_AWS_286 CKV_AWS_110 CKV_AWS_287 CKV_AWS_107 CKV_AWS_288 CKV_AWS_108 CKV_AWS_289 CKV_AWS_109 CKV_AWS_290 CKV_AWS_111 CKV_AWS_274 CKV_AWS_275 CKV_AWS_283 CKV_AWS_358 CKV_AWS_393 CKV2_AWS_40 CKV2_AWS_56 AWS-0342 AWS-0345 AWS-0346',
  ),
  CloudTrail: ids(
    'CKV_AWS_35 CKV_AWS_36 CKV_AWS_67 CKV_AWS_251 CKV_AWS_252 CKV2_AWS_10 AWS-0014 AWS-0015 AWS-0016 AWS-0161 AWS-0162 AWS-0163',
  ),
  'logs, alarms and topics': ids(
    'CKV_AWS_66 CKV_AWS_158 CKV_AWS_338 CKV_AWS_319 CKV_AWS_26 CKV_AWS_169 CKV_AWS_385 AWS-0017 AWS-0095 AWS-0136 AWS-0147 AWS-0148 AWS-0149 AWS-0150 AWS-0151 AWS-0152 AWS-0153 AWS-0154 AWS-0155 AWS-0156 AWS-0157 AWS-0158 AWS-0159 AWS-0160 AWS-0174',
  ),
  'keys and parameters': ids(
    'CKV_AWS_7 CKV_AWS_33 CKV_AWS_227 CKV2_AWS_64 CKV2_AWS_34 CKV_AWS_337 CKV2_AWS_36 AWS-0065 AWS-0098',
  ),
  CloudFront: ids(
    'CKV_AWS_34 CKV_AWS_68 CKV_AWS_86 CKV_AWS_174 CKV_AWS_216 CKV_AWS_259 CKV_AWS_305 CKV_AWS_310 CKV_AWS_374 CKV2_AWS_32 CKV2_AWS_42 CKV2_AWS_46 CKV2_AWS_47 CKV2_AWS_54 CKV2_AWS_72 AWS-0010 AWS-0011 AWS-0012 AWS-0013',
  ),
  backups: ids('CKV_AWS_166'),
  'provider and modules': ids('CKV_AWS_41 CKV_TF_1 CKV_TF_2'),
};

/** Checks that can look at nothing here, and why. */
export const NOT_APPLICABLE: Record<string, string> = {
  CKV_AWS_206: 'no stack makes a domain name of API Gateway',
  'AWS-0005': 'no stack makes a domain name of API Gateway',
  CKV_AWS_258: 'no function has a URL of its own',
  CKV2_AWS_75: 'no function has a URL of its own',
  CKV_AWS_302: 'no stack makes a snapshot of a database by itself',
  CKV_AWS_123: 'no stack offers an endpoint service',
  'AWS-0101': 'no stack touches the default VPC',
  'AWS-0028': 'no stack starts a virtual machine',
  'AWS-0130': 'no stack starts a virtual machine',
  CKV_AWS_358:
    'the roles of CI are made by hand, as docs/ci-access.md of a repository says',
  CKV_AWS_393:
    'the roles of CI are made by hand, as docs/ci-access.md of a repository says',
  CKV2_AWS_36:
    'no parameter is handed to anything outside of AWS: no stack has an http data source',
  CKV_TF_1: 'every module lies in the repository itself',
  CKV_TF_2: 'every module lies in the repository itself',
  'AWS-0161':
    'the bucket of a trail is one of the buckets, whose public access is asserted',
  'AWS-0163':
    'the bucket of a trail is one of the buckets, whose access log is asserted',
  'AWS-0171':
    'object-level events are paid by the event: auditModelAccess switches them on where they are wanted',
  'AWS-0172':
    'object-level events are paid by the event: auditModelAccess switches them on where they are wanted',
  ...Object.fromEntries(
    ids(
      'AWS-0147 AWS-0148 AWS-0149 AWS-0150 AWS-0151 AWS-0152 AWS-0153 AWS-0154 AWS-0155 AWS-0156 AWS-0157 AWS-0158 AWS-0159 AWS-0160 AWS-0174',
    ).map(id => [
      id,
      'alarms on the calls of a whole account belong to the account, not to one repository in it',
    ]),
  ),
};

/** Checks of what a plan does not know: asserted by a test of Terraform, which names the id. */
export const IN_TERRAFORM_TESTS: Record<string, string> = {
  CKV_AWS_334: 'modules/task/tests',
  CKV_AWS_336: 'modules/task/tests',
  'AWS-0036': 'modules/task/tests',
};

/** Checks of source text, asserted here in a test of their own. */
export const IN_SOURCE_TESTS = ['CKV_AWS_41'];

function ids(text: string): string[] {
  return text.split(' ');
}
