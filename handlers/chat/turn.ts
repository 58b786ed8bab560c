/** One turn while Botkit carries it through: what was heard and decided, and what has been answered so far. */
import type { Move } from '../../functions/guidance/move.ts';
import type { Said, Scene } from '../../functions/guidance/talk.ts';

export class Turn {
  readonly scene: Scene;
  readonly move: Move;
  answer: Said = { replies: [] };

  constructor(scene: Scene, move: Move) {
    this.scene = scene;
    this.move = move;
  }

  take(answer: Said): void {
    this.answer = answer;
  }
}
