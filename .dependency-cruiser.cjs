/** Who may import whom, each rule with its reason. */
const node =
  '^(node:|assert|buffer|child_process|crypto|events|fs|http|os|path|stream|url|util|worker_threads|zlib)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no bottom to understand it from.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'analysis-is-pure',
      severity: 'error',
      comment:
        'Measures run in any process, in a browser and in a test alike: no input, no output, no clock, nothing of ours outside.',
      from: { path: '^analysis/' },
      to: {
        pathNot:
          '^(analysis/|node_modules/(zod|graphology|graphology-communities-louvain|graphology-types)/)',
      },
    },
    {
      name: 'graphology-only-in-louvain',
      severity: 'error',
      comment: 'Our graph is the CSR; graphology serves the louvain measure and, behind one module, Sigma.',
      from: { path: '^analysis/', pathNot: '^analysis/community/louvain\\.ts$' },
      to: { path: 'node_modules/graphology' },
    },
    {
      name: 'model-is-for-browsers-too',
      severity: 'error',
      comment: 'Records, lens and contract are the same values on the screen and on the server.',
      from: { path: '^(data/model|api/contract)/' },
      to: { pathNot: '^(data/model/|api/contract/|node_modules/(zod|@asteasolutions)/)' },
    },
    {
      name: 'drivers-stay-with-their-engine',
      severity: 'error',
      comment: 'The rest of Weft sees the store port, never an engine.',
      from: { pathNot: '^(data/store/neo4j/|test/)' },
      to: { path: 'node_modules/neo4j-driver' },
    },
    {
      name: 'sqlite-stays-with-its-engine',
      severity: 'error',
      comment: 'The rest of Weft sees the store port, never an engine.',
      from: { pathNot: '^(data/store/sqlite/|test/)' },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'data-is-below-api',
      severity: 'error',
      comment: 'Formats, lens and stores serve the services, not the other way round.',
      from: { path: '^data/' },
      to: { path: '^(api|viz)/' },
    },
    {
      name: 'lens-knows-model-and-graph',
      severity: 'error',
      comment: 'The lens is the only bridge from records to the graph.',
      from: { path: '^data/(?!lens/)' },
      to: { path: '^analysis/', pathNot: '^analysis/(errors|graph/random)\\.ts$' },
    },
    {
      name: 'routes-are-thin',
      severity: 'error',
      comment: 'Stores reach a route through createApp and a service.',
      from: { path: '^api/routes/' },
      to: { path: '^(data/store|analysis|data/formats|data/ingest)/' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      comment: 'The command line and the routes share the services.',
      from: { path: '^api/(services|host|cli)/' },
      to: { path: 'node_modules/express/' },
    },
    {
      name: 'viz-runs-in-a-browser',
      severity: 'error',
      comment: 'What the screen imports must not need Node, a store or a route.',
      from: { path: '^viz/', pathNot: '^viz/vite\\.config\\.ts$' },
      to: { path: `${node}|^(api/(?!contract/)|data/(?!model/))` },
    },
    {
      name: 'sigma-behind-one-module',
      severity: 'error',
      comment: 'Moving to another renderer is one file.',
      from: { pathNot: '^(viz/render/sigma|test/)' },
      to: { path: 'node_modules/sigma/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'Tests look at the product, never the other way round.',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'What is imported is declared with its exact version.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'product-without-dev-dependencies',
      severity: 'error',
      comment: 'The product runs with what production installs.',
      from: { path: '^(analysis|data|api)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere is a mistake.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
