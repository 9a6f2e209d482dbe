import fc from 'fast-check'

/**
 * The properties draw the same cases in every run, so that a red run tells of the change and not of the day. To look for new ones:
 * `YZT_SEED=$RANDOM npm run unit`; what is found becomes a row of a table.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['YZT_SEED'] ?? 20_261_126) })
