/** A failure a person can do something about: one or two sentences that say what is wrong and the way out. */
export class LaunchError extends Error {
  override name = 'LaunchError'
}
