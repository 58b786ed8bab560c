// What Botkit would load for channels and recognisers that this office never uses, and the small stub that stands for each. The bundles are
// built with them, and the tests run with them, so that what is tested is what is deployed.
const path = require('node:path');

const stub = (name) => path.join(__dirname, '..', 'handlers', 'chat', 'botkit-build', `${name}.cjs`);

module.exports = {
  botbuilder: stub('botbuilder'),
  'botframework-connector': stub('connector'),
  express: stub('none'),
  'body-parser': stub('none'),
  '@microsoft/recognizers-text-suite': stub('recognizers'),
  '@microsoft/recognizers-text-number': stub('recognizers'),
  '@microsoft/recognizers-text-date-time': stub('recognizers'),
  '@microsoft/recognizers-text-choice': stub('recognizers'),
  globalize: stub('globalize'),
  '@azure/core-client': stub('azure'),
  '@azure/core-rest-pipeline': stub('azure'),
  '@azure/core-http-compat': stub('azure'),
  '@azure/core-auth': stub('azure'),
};
