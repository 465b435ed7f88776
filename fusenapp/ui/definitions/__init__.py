"""ターゲット and ホットリード: rules built clause by clause, with the sentence and the live count beside them."""
