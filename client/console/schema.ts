/** What the console knows of the schema: read from the server by introspection, in the shape GraphQL gives it. */

type TypeRef = { readonly kind: string; readonly name: string | null; readonly ofType: TypeRef | null }
export type Argument = {
  readonly name: string
  readonly description: string | null
  readonly type: TypeRef
  readonly defaultValue: string | null
}
export type Field = {
  readonly name: string
  readonly description: string | null
  readonly args: readonly Argument[]
  readonly type: TypeRef
}
export type SchemaType = {
  readonly kind: string
  readonly name: string
  readonly description: string | null
  readonly fields: readonly Field[] | null
  readonly inputFields: readonly Argument[] | null
  readonly enumValues: readonly { readonly name: string; readonly description: string | null }[] | null
  readonly possibleTypes: readonly { readonly name: string }[] | null
}

export const INTROSPECTION = `query Console {
  __schema {
    types {
      kind
      name
      description
      fields { name description args { name description defaultValue type { ...T } } type { ...T } }
      inputFields { name description defaultValue type { ...T } }
      enumValues { name description }
      possibleTypes { name }
    }
  }
}
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`

/** A type as SDL writes it: `[Theme!]!`. */
export function printType(type: TypeRef): string {
  const inner = type.ofType ? printType(type.ofType) : ''
  return type.kind === 'NON_NULL' ? `${inner}!` : type.kind === 'LIST' ? `[${inner}]` : (type.name ?? '')
}

/** Name of the type without list and non-null. */
export const nameOfType = (type: TypeRef): string => (type.ofType ? nameOfType(type.ofType) : (type.name ?? ''))
