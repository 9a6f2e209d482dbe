import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'

/** The folder that holds package.json: everything shipped with the project is found from here. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

const Port = Type.Integer({ minimum: 1, maximum: 65_534 })
const Environment = Type.Object({
  YZT_MODE: Type.Enum(['demo', 'production'], { default: 'demo' }),
  YZT_DATA: Type.String({ default: './var' }),
  YZT_KEYS: Type.Optional(Type.String()),
  YZT_LAWS: Type.Optional(Type.String()),
  YZT_PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_SMS: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_CERTIFICATES: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_POST: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_NATIONAL_PORTAL: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_KIOSK_PLATFORM: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_RATING_PLATFORM: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_BUSINESS_REGISTER: Type.Optional(Type.String({ pattern: '^https?://' })),
  YZT_UNIFIED_IDENTITY: Type.Optional(Type.String({ pattern: '^https://|^http://127\\.0\\.0\\.1' })),
  YZT_UNIFIED_IDENTITY_CLIENT: Type.String({ default: '' }),
  YZT_UNIFIED_IDENTITY_SECRET: Type.String({ default: '' }),
  YZT_DEMO_MARKET: Type.Enum(['yes', 'no'], { default: 'yes' }),
  YZT_DESK_READER: Type.Optional(Type.String({ pattern: '^http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?$' })),
  YZT_TILES: Type.String({ default: '' }),
  YZT_LOG: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { default: 'warn' }),
  HOST: Type.String({ default: '127.0.0.1' }),
  PORT: Type.Union([Port, Type.Literal(0)], { default: 8080 }),
  YZT_AGENT_PORT: Type.Optional(Port),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  YZT_APP_DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  YZT_DATABASE_CONNECTIONS: Type.Integer({ minimum: 2, maximum: 200, default: 16 }),
})

export interface Config {
  readonly mode: 'demo' | 'production'
  readonly dataFolder: string
  readonly keysFolder: string
  /** Where the statute texts stand; a folder that is not there means "not imported". */
  readonly lawsFolder: string
  readonly publicUrl: string
  /** 市场监管登记信息; without it every look-up is "unavailable" and a person decides. The demo puts its simulator here. */
  readonly businessRegisterUrl: string | undefined
  /** 短信; without it messages wait in the register. */
  readonly smsUrl: string | undefined
  /** 电子证照库, 邮政, 国家局平台, 粤智助平台, 好差评; without an address each says so and what is owed to it waits. */
  readonly certificatesUrl: string | undefined
  readonly postUrl: string | undefined
  readonly nationalPortalUrl: string | undefined
  readonly kioskPlatformUrl: string | undefined
  readonly ratingPlatformUrl: string | undefined
  /** Which outside systems are simulated 模拟; only a demonstration has any. */
  readonly simulated: readonly string[]
  /** Whether a demonstration makes its market and its past files (数据湖的模拟数据、往期办件) after the first start. */
  readonly demoMarket: boolean
  /** 统一身份认证: issuer and what it gave us; without it this way of signing in is closed. */
  readonly unifiedIdentity: {
    readonly issuer: string | undefined
    readonly clientId: string
    readonly clientSecret: string
  }
  /** 窗口读卡: where the device agent of a desk listens, seen from the officer's own machine. */
  readonly deskReaderUrl: string
  /** Template of an optional tile server for maps; empty = the own offline style only. */
  readonly tilesUrl: string
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  readonly host: string
  readonly port: number
  readonly agentPort: number
  /** Owner (migrations). Absent = the embedded PostgreSQL of the data folder. */
  readonly databaseUrl: string | undefined
  readonly appDatabaseUrl: string | undefined
  readonly databaseConnections: number
}

/** A setting of the environment is wrong; the message names it and says what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * The only reader of `process.env`.
 * @throws ConfigError naming the first wrong variable; nothing is guessed from a bad value.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.keys(Environment.properties)
  const given = Object.fromEntries(known.flatMap(key => (environment[key] ? [[key, environment[key]]] : [])))
  const converted = Value.Convert(Environment, Value.Default(Environment, given))
  if (!Value.Check(Environment, converted)) {
    const [first] = Value.Errors(Environment, converted)
    throw new ConfigError(`环境变量 ${first?.instancePath.slice(1) ?? ''} 的值不对：${first?.message ?? ''}`)
  }
  return configOf(converted)
}

function configOf(env: Static<typeof Environment>): Config {
  const dataFolder = resolve(env.YZT_DATA)
  return {
    mode: env.YZT_MODE,
    dataFolder,
    keysFolder: resolve(env.YZT_KEYS ?? `${dataFolder}/keys`),
    lawsFolder: resolve(env.YZT_LAWS ?? `${projectFolder}/../shared/laws`),
    publicUrl: env.YZT_PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    businessRegisterUrl: env.YZT_BUSINESS_REGISTER,
    smsUrl: env.YZT_SMS,
    certificatesUrl: env.YZT_CERTIFICATES,
    postUrl: env.YZT_POST,
    nationalPortalUrl: env.YZT_NATIONAL_PORTAL,
    kioskPlatformUrl: env.YZT_KIOSK_PLATFORM,
    ratingPlatformUrl: env.YZT_RATING_PLATFORM,
    simulated: [],
    unifiedIdentity: {
      issuer: env.YZT_UNIFIED_IDENTITY,
      clientId: env.YZT_UNIFIED_IDENTITY_CLIENT,
      clientSecret: env.YZT_UNIFIED_IDENTITY_SECRET,
    },
    demoMarket: env.YZT_DEMO_MARKET === 'yes',
    // The agent's own port, unless told; in a demonstration the terminal beside the server is the desk's device too.
    deskReaderUrl:
      env.YZT_DESK_READER ??
      `http://127.0.0.1:${env.YZT_MODE === 'demo' ? (env.YZT_AGENT_PORT ?? env.PORT + 1) : 8081}`,
    tilesUrl: env.YZT_TILES,
    logLevel: env.YZT_LOG,
    host: env.HOST,
    port: env.PORT,
    agentPort: env.YZT_AGENT_PORT ?? env.PORT + 1,
    databaseUrl: env.DATABASE_URL,
    appDatabaseUrl: env.YZT_APP_DATABASE_URL,
    databaseConnections: env.YZT_DATABASE_CONNECTIONS,
  }
}
