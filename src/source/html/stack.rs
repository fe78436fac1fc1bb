//! The open elements of a page, with the end tags that HTML leaves out.

use super::names::Name;

/// Elements deeper than this are taken as part of the last one, as browsers do.
const DEPTH: usize = 512;

/// The nearest open element of each kind that an end tag may be left out of: its number from 1, or 0 for none.
#[derive(Clone, Copy, Debug, Default)]
struct Scope {
    paragraph: u16,
    item: u16,
    cell: u16,
    row: u16,
    section: u16,
    table: u16,
    anchor: u16,
    /// Nothing in it ends what is outside.
    barrier: u16,
}

/// An open element.
#[derive(Debug)]
pub struct Element<T> {
    /// Its name.
    pub name: Name,
    /// What the reader keeps of it.
    pub data: T,
    scope: Scope,
}

/// The open elements, outermost first.
#[derive(Debug)]
pub struct Stack<T> {
    elements: Vec<Element<T>>,
    /// Numbers of the open elements of each name.
    positions: Vec<Vec<u16>>,
    /// Elements that were too deep to be kept.
    overflow: usize,
}

impl<T> Stack<T> {
    /// With one element, the page, that nothing ends.
    pub fn new(data: T) -> Self {
        let root = Element { name: Name::Other, data, scope: Scope::default() };
        Stack { elements: vec![root], positions: vec![Vec::new(); Name::COUNT], overflow: 0 }
    }

    /// The innermost one.
    pub fn top(&mut self) -> &mut T {
        // The first element is never taken away.
        let last = self.elements.len() - 1;
        &mut self.elements[last].data
    }

    /// What is kept of the innermost open table.
    pub fn table(&mut self) -> Option<&mut T> {
        let number = usize::from(self.scope().table);
        self.elements.get_mut(number.checked_sub(1)?).map(|element| &mut element.data)
    }

    /// Is a link open?
    pub fn in_link(&self) -> bool {
        self.scope().anchor > 0
    }

    /// Is the innermost element one of these?
    pub fn is_in(&self, names: &[Name]) -> bool {
        self.elements.last().is_some_and(|top| names.contains(&top.name))
    }

    fn scope(&self) -> Scope {
        self.elements.last().map_or_else(Scope::default, |element| element.scope)
    }

    /// How many stay open when an element of this name begins.
    pub fn kept_by_start(&self, name: Name) -> usize {
        use Name::*;
        let scope = self.scope();
        let open = |number: u16| self.elements.get(usize::from(number).wrapping_sub(1)).map(|element| element.name);
        let ended = match name {
            Li if scope.item > 0 && open(scope.item) == Some(Li) => scope.item,
            Dt | Dd if scope.item > 0 && open(scope.item) != Some(Li) => scope.item,
            Td | Th => scope.cell,
            Tr => first(&[scope.row, scope.cell]),
            Thead | Tbody | Tfoot => first(&[scope.section, scope.row, scope.cell]),
            A if scope.anchor > 0 && scope.anchor > scope.barrier => {
                let inside = &self.elements[usize::from(scope.anchor)..];
                if inside.iter().any(|element| element.name.is_block()) { 0 } else { scope.anchor }
            }
            _ if name.is_heading() && self.elements.last().is_some_and(|top| top.name.is_heading()) => {
                self.elements.len() as u16
            }
            _ if name.ends_paragraph() => scope.paragraph,
            _ => 0,
        };
        if ended > 0 { usize::from(ended) - 1 } else { self.elements.len() }
    }

    /// How many stay open when an end tag of this name comes; `None` where it ends nothing.
    pub fn kept_by_end(&mut self, name: Name) -> Option<usize> {
        use Name::*;
        if self.overflow > 0 {
            self.overflow -= 1;
            return None;
        }
        let number = *self.positions.get(name as usize)?.last()?;
        let scope = self.scope();
        let reaches = match name {
            Table | Html | Body => true,
            Thead | Tbody | Tfoot | Tr | Td | Th | Caption => number >= scope.table,
            _ => number >= scope.barrier,
        };
        reaches.then_some(usize::from(number) - 1)
    }

    /// Opens an element. `false`: it is too deep to be kept.
    pub fn push(&mut self, name: Name, data: T) -> bool {
        use Name::*;
        if self.elements.len() >= DEPTH {
            self.overflow += 1;
            return false;
        }
        let mut scope = self.scope();
        let number = self.elements.len() as u16 + 1;
        match name {
            P => scope.paragraph = number,
            Li | Dt | Dd => scope.item = number,
            Ul | Ol | Dl | Menu | Dir => scope.item = 0,
            A => scope.anchor = number,
            Table => scope = Scope { table: number, barrier: number, anchor: scope.anchor, ..Scope::default() },
            Thead | Tbody | Tfoot => scope = Scope { section: number, row: 0, cell: 0, ..scope },
            Tr => scope = Scope { row: number, cell: 0, ..scope },
            Td | Th => scope = Scope { cell: number, paragraph: 0, item: 0, barrier: number, ..scope },
            Caption | Button | Object | Template => scope = Scope { paragraph: 0, item: 0, barrier: number, ..scope },
            _ => {}
        }
        self.elements.push(Element { name, data, scope });
        self.positions[name as usize].push(number);
        true
    }

    /// Ends the innermost element, if more than so many are open. The page itself is never ended.
    pub fn pop_above(&mut self, kept: usize) -> Option<Element<T>> {
        if self.elements.len() <= kept.max(1) {
            return None;
        }
        let element = self.elements.pop()?;
        self.positions[element.name as usize].pop();
        Some(element)
    }
}

/// The outermost of some elements, 0 for none.
fn first(numbers: &[u16]) -> u16 {
    numbers.iter().copied().filter(|number| *number > 0).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(stack: &mut Stack<()>, name: Name) {
        let kept = stack.kept_by_start(name);
        while stack.pop_above(kept).is_some() {}
        stack.push(name, ());
    }

    fn end(stack: &mut Stack<()>, name: Name) {
        if let Some(kept) = stack.kept_by_end(name) {
            while stack.pop_above(kept).is_some() {}
        }
    }

    fn open(stack: &Stack<()>) -> Vec<Name> {
        stack.elements.iter().skip(1).map(|element| element.name).collect()
    }

    #[test]
    fn end_tags_may_be_left_out() {
        use Name::*;
        let mut stack = Stack::new(());
        for name in [Div, P, P, Ul, Li, P, Li, Table, Tr, Td, P, Td, Tr, Th] {
            start(&mut stack, name);
        }
        assert_eq!(open(&stack), [Div, Ul, Li, Table, Tr, Th]);
        // What is outside of the cell is not ended from within.
        end(&mut stack, Div);
        assert_eq!(stack.elements.len(), 7);
        end(&mut stack, Table);
        assert_eq!(open(&stack), [Div, Ul, Li]);
        end(&mut stack, Div);
        assert_eq!(open(&stack), []);
        end(&mut stack, Div);
    }

    #[test]
    fn what_is_too_deep_is_part_of_what_is_around_it() {
        let mut stack = Stack::new(());
        (0..10 * DEPTH).for_each(|_| start(&mut stack, Name::Div));
        assert_eq!(stack.elements.len(), DEPTH);
        (0..10 * DEPTH).for_each(|_| end(&mut stack, Name::Div));
        assert_eq!(stack.elements.len(), 1);
    }
}
