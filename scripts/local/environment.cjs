// In the cloud a function's environment names real resources; on one machine the start script hands in local ones of the same names.
// When the start script dies, whatever way, its functions go with it.
if (process.env.LOCAL_ENVIRONMENT) process.stdin.on('end', () => process.exit(0)).resume();

class LocalEnvironment {
  constructor(serverless) {
    const replace = () => {
      const local = JSON.parse(process.env.LOCAL_ENVIRONMENT ?? '{}');
      const { provider, functions } = serverless.service;
      provider.environment = { ...provider.environment, ...local };
      for (const fn of Object.values(functions)) fn.environment = { ...fn.environment, ...local };
    };
    this.hooks = { 'before:offline:start:init': replace, 'before:offline:start': replace };
  }
}
module.exports = LocalEnvironment;
