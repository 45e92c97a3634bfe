/** The answer of something that can fail in ordinary life: a value, or the name of what went wrong. */
export type Result<Value, Problem> = Good<Value> | Bad<Problem>;
export type Good<Value> = { readonly ok: true; readonly value: Value };
export type Bad<Problem> = { readonly ok: false; readonly problem: Problem };

export function good<Value>(value: Value): Good<Value> {
  return { ok: true, value };
}

export function bad<Problem>(problem: Problem): Bad<Problem> {
  return { ok: false, problem };
}
