"""Every small mistake somebody could make in a module, one at a time: made by looking at its syntax tree.

A comparison turned or moved by one day, an *and* that becomes an *or*, a condition left out or turned round, a filter
forgotten or loosened, a member gone from a set, a number one off, a step left out.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
LOOKUPS = {"__lte": "__lt", "__lt": "__lte", "__gte": "__gt", "__gt": "__gte"}
CALLS = {"any": "all", "all": "any", "exclude": "filter"}


Path = tuple[tuple[str, int | None], ...]  # from the module down to a node


@dataclass(frozen=True)
class Mutant:
    """One changed module. `key` holds no line number, so that it stays when lines move."""

    module: str
    line: int
    where: str  # the function or class it is in
    was: str
    wordt: str
    source: str
    path: Path
    new: ast.AST

    def tree(self) -> ast.Module:
        """The whole module with this one mistake in it."""
        tree = ast.parse(self.source)
        _put(tree, self.path, self.new)
        return ast.fix_missing_locations(tree)

    @property
    def key(self) -> str:
        return f"{self.module} {self.where}: {self.was} → {self.wordt}"

    def __str__(self) -> str:
        return f"{self.module}:{self.line} ({self.where}): {self.was} → {self.wordt}"


def mutants_of(module: str, source: str) -> list[Mutant]:
    """All of them. Two that would have the same key are told apart by a number."""
    tree = ast.parse(source)
    found, seen = [], {}
    for path, node, where in _nodes(tree, (), ""):
        for new in _changes(node):
            was, now = _short(node), _short(new)
            number = seen[where, was, now] = seen.get((where, was, now), 0) + 1
            wordt = now if number == 1 else f"{now} ({number})"
            found.append(Mutant(module, getattr(node, "lineno", 0), where, was, wordt, source, path, new))
    return found


def _short(node: Any) -> str:
    if isinstance(node, ast.keyword):
        return f"{node.arg}={ast.unparse(node.value)}"
    if isinstance(node, ast.arguments):
        return ast.unparse(node)
    text = " ".join(ast.unparse(node).split()) if node is not None else "(gone)"
    return text if len(text) < 110 else f"{text[:70]} … {text[-35:]}"


# -- walking: every node with the road to it, but not the types and the texts


def _nodes(node: ast.AST, path: Path, where: str) -> Iterator[tuple[Path, ast.AST, str]]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        where = f"{where}.{node.name}".strip(".")
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "names"):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for at, child in children:
            if isinstance(child, ast.AST) and not _is_text(child):
                here = (*path, (name, at))
                yield here, child, where
                yield from _nodes(child, here, where)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _put(tree: ast.AST, path: Path, new: ast.AST) -> None:
    *road, (name, at) = path
    node: Any = tree
    for step, index in road:
        node = getattr(node, step)
        node = node if index is None else node[index]
    if at is None:
        setattr(node, name, new)
    else:
        getattr(node, name)[at] = new


# -- the mistakes


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    name = type(node).__name__.lower()
    maker = MAKERS.get(name)
    if maker is not None:
        yield from maker(node)


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for at, op in enumerate(node.ops):
        for other in COMPARE.get(type(op), ()):
            new = copy.deepcopy(node)
            new.ops[at] = other()
            yield new
    for at, _ in enumerate(node.ops):  # a chain without one of its ends
        if len(node.ops) > 1:
            parts = [node.left, *node.comparators]
            rest = parts[at + 1 :] if at == 0 else parts[:-1]
            yield ast.Compare(rest[0], node.ops[1:] if at == 0 else node.ops[:-1], rest[1:])


def _boolop(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
    for at in range(len(node.values)):
        rest = node.values[:at] + node.values[at + 1 :]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _unaryop(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.Invert):
        yield node.operand


def _binop(node: ast.BinOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub):
        yield node.left
        yield node.right
        if not isinstance(node.op, ast.Sub):
            yield ast.BinOp(
                node.left, ast.BitAnd() if isinstance(node.op, ast.BitOr) else ast.BitOr(), node.right
            )


def _if(node: ast.If | ast.IfExp) -> Iterator[ast.AST]:
    for test in (ast.Constant(True), ast.Constant(False)):
        new = copy.deepcopy(node)
        new.test = test
        yield new


def _call(node: ast.Call) -> Iterator[ast.AST]:
    for at, keyword in enumerate(node.keywords):
        if keyword.arg is None:
            continue
        yield ast.Call(node.func, node.args, node.keywords[:at] + node.keywords[at + 1 :])
        for old, new in LOOKUPS.items():
            if keyword.arg.endswith(old):
                changed = ast.keyword(keyword.arg.removesuffix(old) + new, keyword.value)
                yield ast.Call(node.func, node.args, [*node.keywords[:at], changed, *node.keywords[at + 1 :]])
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in ("filter", "exclude") and isinstance(node.func, ast.Attribute):
        yield node.func.value  # without the filter
        if len(node.args) + len(node.keywords) > 1:
            yield from (
                ast.Call(node.func, node.args[:at] + node.args[at + 1 :], node.keywords)
                for at in range(len(node.args))
            )
    if name in CALLS:
        func = copy.deepcopy(node.func)
        setattr(func, "attr" if isinstance(func, ast.Attribute) else "id", CALLS[name])
        yield ast.Call(func, node.args, node.keywords)


def _members(node: ast.Set | ast.Tuple | ast.List) -> Iterator[ast.AST]:
    if isinstance(getattr(node, "ctx", ast.Load()), ast.Store) or len(node.elts) < (
        2 if isinstance(node, ast.Set) else 1
    ):
        return
    for at in range(len(node.elts)):
        yield type(node)(
            node.elts[:at] + node.elts[at + 1 :], **({} if isinstance(node, ast.Set) else {"ctx": ast.Load()})
        )


def _dict(node: ast.Dict) -> Iterator[ast.AST]:
    for at in range(len(node.keys) if len(node.keys) > 1 else 0):
        yield ast.Dict(node.keys[:at] + node.keys[at + 1 :], node.values[:at] + node.values[at + 1 :])


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)


def _comprehension(node: ast.comprehension) -> Iterator[ast.AST]:
    for at in range(len(node.ifs)):
        yield ast.comprehension(node.target, node.iter, node.ifs[:at] + node.ifs[at + 1 :], node.is_async)


def _statement(node: ast.AugAssign | ast.Expr | ast.For) -> Iterator[ast.AST]:
    yield ast.Pass()


MAKERS: dict[str, Any] = {
    "compare": _compare, "boolop": _boolop, "unaryop": _unaryop, "binop": _binop, "if": _if, "ifexp": _if,
    "call": _call, "set": _members, "tuple": _members, "list": _members, "dict": _dict, "constant": _constant,
    "comprehension": _comprehension, "augassign": _statement, "expr": _statement, "for": _statement,
}  # fmt: skip
